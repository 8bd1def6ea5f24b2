using Microsoft.AspNetCore.Http.Features;
using Talka.Forms.Answers;
using Talka.Forms.Editing;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;

namespace Talka.Forms;

/// <summary>Questionnaires: their definitions, how they are filled in, what came of them.</summary>
public sealed class FormsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FormFiles>();
        services.AddSingleton<FormReading>();
        services.AddScoped<FormStore>();
        services.AddScoped<DefineForm>();
        services.AddScoped<AnswerTable>();
        services.AddScoped<EraseAnswers>();
        services.AddScoped<IFileNames, AnswerFileNames>();
        services.AddRecurring("Erasing answers whose day has come", TimeSpan.FromMinutes(2), TimeSpan.FromHours(1), (scope, cancel) => scope.GetRequiredService<EraseAnswers>().DueAsync(cancel));
        services.Configure<FormOptions>(options => options.ValueCountLimit = Math.Max(options.ValueCountLimit, FormDraft.MostFields));
    }
}
