using System.Diagnostics;
using MimeKit;

namespace Talka.Tests.Support;

/// <summary>A real mail server (Debian's python3-aiosmtpd) as a process on loopback. It can be stopped and started again on the same port.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3"; // Debian's own, which has Debian's packages

    private readonly string _folder = Directory.CreateTempSubdirectory("talka-smtp-").FullName;
    private readonly string[] _options;
    private Process? _process;

    private SmtpServer(string[] options) => _options = options;

    public int Port { get; } = Ports.Next();

    /// <summary>What a site needs to be told to send its mail here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Talka:Mail:Host"] = "127.0.0.1",
        ["Talka:Mail:Port"] = $"{Port}",
        ["Talka:Mail:Security"] = "none",
        ["Talka:Mail:From"] = "talka@example.org",
    };

    public static async Task<SmtpServer> StartAsync(params string[] options)
    {
        var server = new SmtpServer(options);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>A server that is not up yet.</summary>
    public static SmtpServer Down() => new([]);

    public async Task StartAgainAsync()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Support", "smtp_server.py");
        _process = Process.Start(new ProcessStartInfo(Python, [script, $"{Port}", _folder, .. _options])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        Assert.Equal("ready", await _process.StandardOutput.ReadLineAsync());
    }

    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <summary>Everything that arrived, in order.</summary>
    public List<MimeMessage> Mails => [.. Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];

    /// <summary>Waits until so many mails have arrived, and gives all.</summary>
    public async Task<List<MimeMessage>> ReceiveAsync(int count, int seconds = 60)
    {
        for (var until = Stopwatch.StartNew(); until.Elapsed.TotalSeconds < seconds && Mails.Count < count;)
        {
            await Task.Delay(50);
        }

        var mails = Mails;
        Assert.True(mails.Count >= count, $"{mails.Count} of {count} mails arrived.");
        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
