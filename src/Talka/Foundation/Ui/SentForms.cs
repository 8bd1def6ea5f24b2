namespace Talka.Foundation.Ui;

public static class SentForms
{
    /// <summary>
    /// Whether a form is being sent. A form has to be on the page to be answered, before its own answer is known: one that was sent twice, or from a page
    /// that is old by now, or that only stands below another one's answer, stands there once more, and its use case says what has become of it.
    /// </summary>
    public static bool IsSending(this HttpContext context, string form) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && context.Request.Form["_handler"] == form;
}
