namespace Talka.Organisations;

internal static class OrganisationEndpoints
{
    /// <summary>The names that a field offers while somebody types: they are public.</summary>
    public static void MapNames(this IEndpointRouteBuilder routes) => routes.MapGet(
            "/organisations/names.json",
            async (string? q, FindOrganisations find, CancellationToken cancel) => TypedResults.Ok(await find.OfferAsync(q?.Length > Organisation.NameLength ? null : q, cancel)))
        .AllowAnonymous().CacheOutput(Foundation.Hosting.PublicCache.Policy);
}
