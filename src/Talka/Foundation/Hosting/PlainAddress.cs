namespace Talka.Foundation.Hosting;

/// <summary>
/// An address holds no NUL. Kestrel sees to the path; here is the query, which pages hand to the database, and PostgreSQL takes none.
/// </summary>
internal static class PlainAddress
{
    public static IApplicationBuilder UsePlainAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) != true)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
