using Talka.Foundation.Hosting;

namespace Talka.Work.Spending;

public sealed class SpendingFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<MoneyPosting>();
        services.AddScoped<RecordExpense>();
        services.AddScoped<DeclareIneligible>();
        services.AddScoped<RecordRecovery>();
        services.AddScoped<RecordReturn>();
        services.AddScoped<CarryOver>();
    }
}
