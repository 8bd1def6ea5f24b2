using Talka.Accounts.Security.Factors;
using Talka.Accounts.Security;
using Talka.Accounts;
using Talka.Administration.Notices;
using Talka.Administration.Overview;
using Talka.Administration.Privacy;
using Talka.Administration.Retention;
using Talka.Administration.Settings;
using Talka.Administration.Trail;
using Talka.Demo;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Mail;
using Talka.Foundation.Operations;
using Talka.Foundation.Pictures;
using Talka.Foundation.Secrets;
using Talka.Foundation.Settings;
using Talka.Foundation.Trail;
using Talka.Foundation.Ui;
using Talka.Forms;
using Talka.Foundation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Onboarding;
using Talka.Organisations;
using Talka.Reporting.Audit;
using Talka.Reporting.Figures;
using Talka.Reporting.Summaries;
using Talka.Reporting.Transparency;
using Talka.Supervision.Reports;
using Talka.Supervision;
using Talka.Work.Events.After;
using Talka.Work.Events.Calendar;
using Talka.Work.Events.Door;
using Talka.Work.Events.Planning;
using Talka.Work.Events.SigningUp;
using Talka.Work.Records;
using Talka.Work.Spending;

namespace Talka;

/// <summary>Puts the application together: the same for the web server, for command-line verbs and for tests.</summary>
public static class TalkaApp
{
    /// <summary>Every feature of the product. A new one is added here and nowhere else.</summary>
    public static IReadOnlyList<IFeature> Features { get; } =
    [
        new OperationsFeature(),
        new TrailFeature(),
        new SettingsFeature(),
        new PicturesFeature(),
        new DocumentsFeature(),
        new SecretsFeature(),
        new MailFeature(),
        new AccountsFeature(),
        new SecurityFeature(),
        new MandatesFeature(),
        new JournalFeature(),
        new SpendingFeature(),
        new RecordsFeature(),
        new OrganisationsFeature(),
        new FormsFeature(),
        new PlanningFeature(),
        new CalendarFeature(),
        new AfterFeature(), // an erasure finds certificates by the registration's address, which goes after
        new SigningUpFeature(),
        new DoorFeature(),
        new FiguresFeature(),
        new SummariesFeature(),
        new AuditFeature(),
        new TransparencyFeature(),
        new OverviewFeature(),
        new SettingsPagesFeature(),
        new TrailPagesFeature(),
        new PrivacyFeature(),
        new RetentionFeature(),
        new NoticesFeature(),
        new ReportsFeature(),
        new PortfolioFeature(),
        new OnboardingFeature(),
        new DemoFeature(),
    ];

    // Tests run the debug build, and so find what does not fit together; a start should not look for it again each time.
#if DEBUG
    private const bool ValidateServices = true;
#else
    private const bool ValidateServices = false;
#endif

    // Every application of a process is put together alike
    private static bool _validated;

    /// <summary>Builds the application, not yet started and its database not yet migrated.</summary>
    /// <param name="settings">Configuration that wins over files and environment, such as <c>Talka:Data</c> and <c>urls</c>.</param>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? configure = null)
    {
        // What it leaves out (IIS, QUIC, logs of Windows, a filter of host names) is not used and would cost a start
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(TalkaApp).Assembly.GetName().Name,
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (ValidateServices && !_validated, ValidateServices));
        builder.AddObservability();
        builder.WebHost.UseStaticWebAssets();
        builder.ConfigureServer();

        var folder = new DataFolder(Path.GetFullPath(builder.Configuration["Talka:Data"] ?? "data"));
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTalkaData(builder.Configuration, folder);
        builder.Services.AddTalkaWeb();

        var policies = builder.Services.AddAuthorizationBuilder();
        foreach (var feature in Features)
        {
            builder.Services.AddSingleton(feature); // the layout shows every feature's menu
            feature.AddServices(builder.Services, builder.Configuration);
            feature.AddPolicies(policies);
        }

        configure?.Invoke(builder.Services);
        var app = builder.Build();
        _validated = true;
        app.UseTalkaWeb();
        app.UsePersonActor();
        app.UseAccessBeforePages();
        app.UseOwedFactor();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapHealth();
        foreach (var feature in app.Services.GetServices<IFeature>())
        {
            feature.MapEndpoints(app);
        }

        // An address that nothing answers is not found, for everybody; without this the fallback policy would ask for a sign-in first
        app.MapFallback("{*path}", NotFoundAsync).AllowAnonymous();
        return app;
    }

    // Told as a RequestDelegate: the generator of request delegates would drop the pattern of a fallback that is anything else
    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
