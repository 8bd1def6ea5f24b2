using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.ClearScript.V8;

namespace Talka.Foundation.Charts;

/// <summary>
/// Draws charts on the server: one option object gives the same SVG on the page, in PDF and in DOCX.
/// Apache ECharts renders inside V8. The engine costs some tens of megabytes, so it is made for the first chart that is not cached
/// and let go after five minutes without one.
/// </summary>
public sealed class ChartRenderer : IDisposable
{
    private const int MaxCached = 256;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private const string Draw = """
        function draw(text, width, height) {
          const option = JSON.parse(text);
          const group = option.grouping;
          delete option.grouping;
          for (const axis of [option.xAxis, option.yAxis]) {
            if (group && axis && axis.type === 'value' && axis.axisLabel) {
              axis.axisLabel.formatter = value => String(value).replace(/\B(?=(\d{3})+$)/g, group);
            }
          }
          const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
          try {
            chart.setOption(option);
            return chart.renderToSVGString();
          } finally {
            chart.dispose();
          }
        }
        """;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, string Svg)>> _cache = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, string Svg)> _recent = [];
    private readonly string _script;
    private readonly ITimer _idle;
    private V8ScriptEngine? _engine;

    public ChartRenderer(IWebHostEnvironment environment, TimeProvider clock)
        : this(ScriptIn(environment), clock)
    {
    }

    /// <param name="script">The path of ECharts' script.</param>
    internal ChartRenderer(string script, TimeProvider clock)
    {
        _script = script;
        _idle = clock.CreateTimer(_ => LetGo(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The engine is in memory just now.</summary>
    internal bool HasEngine => _engine is not null;

    /// <summary>Draws a chart.</summary>
    /// <param name="option">
    /// An ECharts option object without functions; <see cref="ChartOption"/> makes the usual ones. Its member <c>grouping</c>, which is ours,
    /// is what stands between the thousands of whole numbers on its axes.
    /// </param>
    /// <param name="width">In pixels, as the height.</param>
    /// <returns>A whole SVG element, equal for equal input.</returns>
    public string Render(JsonNode option, int width = 720, int height = 320)
    {
        var text = option.ToJsonString();
        var key = $"{width}x{height}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
        lock (_lock)
        {
            if (_cache.TryGetValue(key, out var known))
            {
                _recent.Remove(known);
                _recent.AddFirst(known);
                return known.Value.Svg;
            }

            // ECharts numbers what it makes from the start of the engine on; numbering anew keeps equal charts equal.
            var svg = SvgIds.Renumber((string)Engine().Invoke("draw", text, width, height), key);
            _cache[key] = _recent.AddFirst((key, svg));
            if (_cache.Count > MaxCached)
            {
                _cache.Remove(_recent.Last!.Value.Key);
                _recent.RemoveLast();
            }

            return svg;
        }
    }

    /// <summary>The chart as an address for an <c>img</c> element: a page's content security policy lets no styles into inline SVG.</summary>
    public string RenderAddress(JsonNode option, int width = 720, int height = 320) =>
        "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(Render(option, width, height)));

    public void Dispose()
    {
        _idle.Dispose();
        LetGo();
    }

    private V8ScriptEngine Engine()
    {
        _idle.Change(Idle, Timeout.InfiniteTimeSpan);
        if (_engine is null)
        {
            var engine = new V8ScriptEngine(V8ScriptEngineFlags.DisableGlobalMembers);
            engine.Execute("globalThis.setTimeout = () => 0; globalThis.clearTimeout = () => {};");
            engine.Execute(File.ReadAllText(_script));
            engine.Execute(Draw);
            _engine = engine;
        }

        return _engine;
    }

    private void LetGo()
    {
        lock (_lock)
        {
            _engine?.Dispose();
            _engine = null;
        }
    }

    // Where the build copies it for the browser: beside the sources while developing, in the web root of a published program.
    private static string ScriptIn(IWebHostEnvironment environment) =>
        environment.WebRootFileProvider.GetFileInfo("lib/echarts.js").PhysicalPath
        ?? Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib", "echarts.js");
}
