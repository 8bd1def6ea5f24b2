using Microsoft.AspNetCore.Authorization;

namespace Talka.Foundation.Hosting;

public static class MayQuestion
{
    /// <summary>Whether the person of this request meets a policy, here: a page shows only what may be done.</summary>
    public static async Task<bool> MayAsync(this HttpContext context, string policy) =>
        (await context.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, context, policy)).Succeeded;
}
