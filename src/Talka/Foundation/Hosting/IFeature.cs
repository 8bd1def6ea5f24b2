using System.CommandLine;
using Microsoft.AspNetCore.Authorization;

namespace Talka.Foundation.Hosting;

/// <summary>
/// One feature of the product. Its one registering class says everything it adds to the whole: services, policies, endpoints, menu, verbs.
/// Pages and entity mappings are found by scanning.
/// </summary>
public interface IFeature
{
    void AddServices(IServiceCollection services, IConfiguration configuration) { }

    void AddPolicies(AuthorizationBuilder policies) { }

    void MapEndpoints(IEndpointRouteBuilder routes) { }

    IEnumerable<MenuItem> Menu => [];

    IEnumerable<Command> Verbs(VerbHost host) => [];
}

/// <summary>A link in the main menu, or, where its address is under <c>/admin/</c>, on the page of administration.</summary>
/// <param name="Order">Smaller comes first.</param>
/// <param name="Text">Gives the text in the current language.</param>
/// <param name="Policy">The policy that a person must meet to see it; null for everybody.</param>
public sealed record MenuItem(int Order, Func<string> Text, string Href, string? Policy = null)
{
    public bool IsAdministration => Href.StartsWith("/admin/", StringComparison.Ordinal);
}
