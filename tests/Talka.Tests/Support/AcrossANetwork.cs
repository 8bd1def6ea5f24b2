using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Talka.Tests.Support;

/// <summary>
/// SQLite answers at once, and so hides what a database across a network brings out: pages that are drawn before everything is read,
/// and parts of a page that ask at the same time. With this each query first gives way.
/// </summary>
internal sealed class AcrossANetwork : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }
}
