using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>A form as a page shows it.</summary>
/// <param name="Address">Where it is sent to.</param>
/// <param name="Fields">As they are filled in when the page comes, without the token.</param>
internal sealed record ShownForm(string Address, string Handler, IReadOnlyDictionary<string, string?> Fields)
{
    public override string ToString() => $"{Address} {Handler}";
}

/// <summary>Everything that the running program answers, found in itself, so that what is added later is tried as well.</summary>
internal static class SiteMap
{
    private static readonly string[] FrameworksOwn = ["_framework/", "{**path:file}"];

    // Pages that show another form when asked for by more than their path
    private static readonly string[] More =
    [
        "/work/mandates/sample/record?kind=seminar", "/work/mandates/sample/record?kind=post", "/work/mandates/sample/summary?year=1&section=activities",
        "/work/mandates/sample/summary?year=0&section=evaluation",
    ];

    /// <summary>The address of each route that knows the method, with what <paramref name="site"/> holds in its places.</summary>
    public static async Task<IReadOnlyList<string>> AddressesAsync(TwoMandates site, HttpMethod method) =>
    [
        .. site.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => !FrameworksOwn.Any(own => endpoint.RoutePattern.RawText!.Contains(own, StringComparison.Ordinal)))
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method.Method) ?? true)
            .SelectMany(endpoint => AddressesOf(endpoint.RoutePattern, site)).Concat(More).Append(await SetUpAsync(site.Site)).Distinct(),
    ];

    /// <summary>All forms that write, on all pages that the client may read.</summary>
    public static async Task<IReadOnlyList<ShownForm>> FormsAsync(TwoMandates site, HttpClient client)
    {
        var forms = new List<ShownForm>();
        foreach (var address in await AddressesAsync(site, HttpMethod.Get))
        {
            using var answer = await client.GetAsync(address);
            if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                forms.AddRange(FormsIn(await answer.Content.ReadAsStringAsync(), address));
            }
        }

        return [.. forms.DistinctBy(form => form.ToString())];
    }

    private static IEnumerable<ShownForm> FormsIn(string page, string address) => new HtmlParser().ParseDocument(page).QuerySelectorAll("form")
        .Where(form => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        .Select(form =>
        {
            var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(IsSent)
                .GroupBy(field => field.GetAttribute("name")!).ToDictionary(same => same.Key, same => ValueOf(same.First()));
            fields.Remove("__RequestVerificationToken");
            fields.Remove("_handler", out var handler);
            return new ShownForm(form.GetAttribute("action") is { Length: > 0 } action ? action : address, handler ?? "", fields);
        });

    private static bool IsSent(IElement field) =>
        field.GetAttribute("type") is not ("file" or "submit" or "button") && (field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked"));

    private static string? ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement text => text.Value,
        _ => field.GetAttribute("value"),
    };

    private static IEnumerable<string> AddressesOf(RoutePattern pattern, TwoMandates site)
    {
        var formats = pattern.Parameters.Any(part => part.Name.Equals("format", StringComparison.OrdinalIgnoreCase)) ? (string[])["csv", "xlsx", "json", "html", "pdf"] : [""];
        return formats.Where(format => format.Length == 0 || Allows(pattern, format)).Select(format => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part switch
            {
                RoutePatternParameterPart parameter => Sample(parameter, pattern.RawText!, format, site),
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                _ => "",
            })))));
    }

    private static bool Allows(RoutePattern pattern, string format) => pattern.Parameters
        .Where(part => part.Name.Equals("format", StringComparison.OrdinalIgnoreCase))
        .SelectMany(part => part.ParameterPolicies).All(policy => policy.Content?.Contains(format, StringComparison.Ordinal) == true);

    private static string Sample(RoutePatternParameterPart parameter, string route, string format, TwoMandates site)
    {
        var rule = string.Concat(parameter.ParameterPolicies.Select(policy => policy.Content));
        return parameter.Name.ToUpperInvariant() switch
        {
            "SLUG" => TwoMandates.Mine,
            "FORMAT" => format,
            "SHA256" => site.Own.File,
            "SEQUENCE" => $"{site.Own.Entry}",
            "CODE" when route.Contains("kinds", StringComparison.Ordinal) => "seminar",
            "CODE" when rule.Length == 0 => TwoMandates.Mine + "-indicator",
            "CODE" => "404",
            "ID" when route.Contains("authorities", StringComparison.Ordinal) => $"{site.Own.Authority}",
            _ when rule.Contains("guid", StringComparison.Ordinal) => $"{Guid.Empty}",
            _ when rule.Length > 0 => "1",
            _ => "x",
        };
    }

    private static Task<string> SetUpAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var person = await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson($"{Guid.NewGuid():n}@example.org", "Jauna Persona"), CancellationToken.None);
        return (await services.GetRequiredService<InvitePerson>().InviteAsync(person.Value.Id, CancellationToken.None)).Value;
    });
}
