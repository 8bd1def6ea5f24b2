namespace Talka.Foundation.Hosting;

/// <summary>Whatever answers <c>GET</c> answers <c>HEAD</c> with the same status and headers and without its body.</summary>
internal static class HeadRequests
{
    public static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            // The server must know that no body is to follow
            context.Response.Body = body;
            context.Request.Method = HttpMethods.Head;
        }
    });
}
