using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Talka.Forms;
using Talka.Tests.Support;

namespace Talka.Tests.Forms;

/// <summary>Forms as browsers send them.</summary>
internal static class Sent
{
    public static FormCollection Form(params IEnumerable<(string Name, string Value)> fields) => new(Fields(fields));

    public static FormCollection Upload(string name, string fileName, string content, params IEnumerable<(string Name, string Value)> fields)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new(Fields(fields), new FormFileCollection { new Microsoft.AspNetCore.Http.FormFile(new MemoryStream(bytes), 0, bytes.Length, name, fileName) });
    }

    public static Task<FormRead> ReadAsync(this TestSite site, FormDefinition definition, IFormCollection form) =>
        site.Services.GetRequiredService<FormReading>().ReadAsync(definition, form, FormReading.Prefix, CancellationToken.None);

    public static string Codes(this FormRead read) => string.Join(' ', read.Errors.Select(error => error.Code));

    private static Dictionary<string, StringValues> Fields(IEnumerable<(string Name, string Value)> fields) =>
        fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => new StringValues([.. group.Select(field => field.Value)]));
}
