using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Administration.Notices;

/// <summary>What the law asks a public site to say, and a way to write to those who run it.</summary>
public sealed class NoticesFeature : IFeature
{
    public IEnumerable<MenuItem> Menu => [new(97, () => Texts.T("FeedbackListTitle"), "/admin/feedback", Policies.Administer)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SendFeedback>();
        services.AddScoped<HandleFeedback>();
        services.AddScoped<IPersonalData, FeedbackPersonalData>();
        services.AddScoped<IKnownPeople, KnownWriters>();
        services.AddScoped<IPersonMentions, FeedbackMentions>();
        services.AddScoped<IRetention, FeedbackRetention>();
    }
}
