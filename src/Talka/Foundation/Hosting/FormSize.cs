namespace Talka.Foundation.Hosting;

/// <summary>A form that passes a limit is answered with 413. It is read here, before the check of its token would call it merely a bad form.</summary>
internal static class FormSize
{
    public static IApplicationBuilder UseFormSize(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
        {
            try
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }
        }

        await next(context);
    });
}
