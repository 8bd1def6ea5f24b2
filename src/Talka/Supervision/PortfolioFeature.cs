using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Supervision.AuditAccess;
using Talka.Supervision.AuditAccess.Parts;
using Talka.Supervision.Portfolio;

namespace Talka.Supervision;

/// <summary>Looking over mandates: all of an authority at a glance, what one still owes, and the access of auditors with the whole file of a mandate.</summary>
public sealed class PortfolioFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MandateStandings.Kept>();
        services.AddScoped<MandateStandings>();
        services.AddScoped<OwedReports>();
        services.AddScoped<PortfolioReader>();
        services.AddScoped<MandateFile>();

        // In the order in which the index lists them
        services.AddScoped<IFilePart, ContractPart>();
        services.AddScoped<IFilePart, MoneyPart>();
        services.AddScoped<IFilePart, JournalPart>();
        services.AddScoped<IFilePart, SummaryPart>();
        services.AddScoped<IFilePart, ReportPart>();
        services.AddScoped<IFilePart, AgreementPart>();
        services.AddScoped<IFilePart, RolePart>();
        services.AddScoped<IFilePart, ProofPart>();
        services.AddSingleton<IStartupFilter, NoteAuditorsReading>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/portfolio.{format:regex(^(xlsx|csv)$)}", PortfolioExport.GetAsync).RequireAuthorization(Policies.SeePortfolio).RequireRateLimiting(RateLimits.Export);
        routes.MapGet("/work/mandates/{slug}/file.zip", MandateFileDownload.GetAsync).RequireAuthorization(Policies.ExportFile).RequireRateLimiting(RateLimits.Export);
    }

    public IEnumerable<MenuItem> Menu => [new(25, () => Portfolio.Texts.T("Portfolio"), "/work/portfolio", Policies.SeePortfolio)];
}
