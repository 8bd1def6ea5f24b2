using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Talka.Tests.Support;

/// <summary>What a site writes to its log, by the levels that are set; register it as an <see cref="ILoggerProvider"/>.</summary>
/// <param name="category">The only one that is kept; null keeps all.</param>
internal sealed class WrittenLog(string? category = null) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => category is null || category == categoryName ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception?.GetType().Name}");

    public void Dispose()
    {
    }
}
