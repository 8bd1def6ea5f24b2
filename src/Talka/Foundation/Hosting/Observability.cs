using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Talka.Foundation.Hosting;

/// <summary>
/// Logs go to standard error: plain lines, or one JSON object a line with <c>Talka:Logs=json</c>. Levels by <c>Logging:LogLevel</c>.
/// Traces and metrics are sent only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.
/// </summary>
internal static class Observability
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        var logs = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext();
        if (builder.Configuration["Talka:Logs"] == "json")
        {
            logs.WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose);
        }
        else
        {
            logs.WriteTo.Console(new PlainLines(), standardErrorFromLevel: LogEventLevel.Verbose);
        }

        // As a plain provider: the levels of Logging:LogLevel decide what reaches it
        builder.Logging.AddProvider(new SerilogLoggerProvider(logs.CreateLogger(), dispose: true));

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("talka", serviceVersion: typeof(Observability).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql").AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("Npgsql", "System.Runtime").AddOtlpExporter());
    }
}
