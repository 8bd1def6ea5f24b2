namespace Talka.Foundation.Ui;

public static class SentForm
{
    /// <summary>
    /// Whether a form is being sent. A form has to be on the page to be answered: one that shows only after another, one that was sent twice, or one from a page
    /// that is old by now stands there once more, and its use case says what has become of it.
    /// </summary>
    public static bool IsSending(this HttpContext context, string form) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && context.Request.Form["_handler"] == form;
}
