using Talka.Foundation.Results;

namespace Talka.Foundation.Hosting;

public static class ErrorStatus
{
    /// <summary>The HTTP status that answers an expected failure.</summary>
    public static int HttpStatus(this ErrorKind kind) => kind switch
    {
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
