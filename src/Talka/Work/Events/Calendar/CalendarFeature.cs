using Talka.Foundation.Hosting;

namespace Talka.Work.Events.Calendar;

/// <summary>Events as the public sees them: the calendar, its feeds, and each event's page.</summary>
public sealed class CalendarFeature : IFeature
{
    public IEnumerable<MenuItem> Menu => [new(5, () => Texts.T("Menu"), "/events")];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<CalendarFile>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CalendarFeeds.Map(routes);
        EventShareImage.Map(routes);
    }
}
