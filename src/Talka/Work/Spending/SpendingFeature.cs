using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Foundation.Sheets;
using Talka.Mandates.Amendments;

namespace Talka.Work.Spending;

public sealed class SpendingFeature : IFeature
{
    /// <summary>Bytes of a spreadsheet to import: a million rows.</summary>
    internal const long SheetLimit = 200L * 1024 * 1024;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<MoneyPosting>();
        services.AddScoped<Attachments>();
        services.AddScoped<RecordExpense>();
        services.AddScoped<DeclareIneligible>();
        services.AddScoped<RecordRecovery>();
        services.AddScoped<RecordReturn>();
        services.AddScoped<CarryOver>();
        services.AddScoped<ICarryOverPosting>(provider => provider.GetRequiredService<CarryOver>());
        services.AddScoped<ImportExpenses>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var money = routes.MapGroup("/work/mandates/{slug}").RequireAuthorization(Policies.SeeMandate);
        money.MapGet("/spending.{format:regex(^(xlsx|csv)$)}", MoneyExport.GetAsync).RequireRateLimiting(RateLimits.Export);
        money.MapGet("/spending/template.xlsx", ExpenseSheet.TemplateAsync);
    }
}
