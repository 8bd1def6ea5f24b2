using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Ui;

namespace Talka.Tests.Foundation.Ui;

public sealed class FormTests
{
    private static readonly Error Missing = Error.Invalid("title-missing", "Write the title.", "Title");

    [Fact]
    public async Task TextField_WithHintAndFailure_IsLinkedToBoth()
    {
        var html = await RenderAsync<TextField>(new() { ["Name"] = "Title", ["Label"] = "Title", ["Hint"] = "In short", ["Value"] = "a <b>" }, [Missing]);

        Assert.Contains("<label class=\"ds-label\" for=\"Title\">", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Title\" name=\"Form.Title\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Title-hint Title-error\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Title-error\"", html, StringComparison.Ordinal);
        Assert.Contains("Write the title.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"a &lt;b>\"", html.Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("(optional)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextField_WithoutFailure_ClaimsNone()
    {
        var html = await RenderAsync<TextField>(new() { ["Name"] = "Title", ["Label"] = "Title", ["Required"] = true }, []);

        Assert.DoesNotContain("aria-invalid", html, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-describedby", html, StringComparison.Ordinal);
        Assert.DoesNotContain("(optional)", html, StringComparison.Ordinal);
        Assert.Contains("aria-required=\"true\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_Typed_IsNeverSentBack()
    {
        var html = await RenderAsync<TextField>(new() { ["Name"] = "Password", ["Label"] = "Password", ["Type"] = "password", ["Value"] = "secret" }, []);

        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Select_Value_IsChosen()
    {
        Option[] options = [new("lv", "Latvian"), new("en", "English", "Others"), new("x", "<x>", "Others")];

        var html = await RenderAsync<SelectField>(new() { ["Name"] = "Language", ["Label"] = "Language", ["Options"] = options, ["Value"] = "en", ["Empty"] = "Choose" }, []);

        Assert.Contains("<option value=\"en\" selected", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split(" selected").Length);
        Assert.Contains("<optgroup label=\"Others\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorSummary_FieldsOfRows_LinkToIdsThatTheFieldsHave()
    {
        var error = Error.Invalid("amount-invalid", "Write an amount.", "Rows[2].Amount");

        var summary = await RenderAsync<ErrorSummary>(new() { ["Errors"] = new List<Error> { error, Error.Conflict("taken", "Taken.") } }, []);
        var field = await RenderAsync<MoneyField>(new() { ["Name"] = "Rows[2].Amount", ["Label"] = "Amount" }, [error]);

        Assert.Contains("href=\"#Rows-2-Amount\"", summary, StringComparison.Ordinal);
        Assert.Contains("Taken.", summary, StringComparison.Ordinal);
        Assert.Contains("id=\"Rows-2-Amount\" name=\"Form.Rows[2].Amount\"", field, StringComparison.Ordinal);
        Assert.Contains("Write an amount.", field, StringComparison.Ordinal);
    }

    private static async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters, IReadOnlyList<Error> errors)
        where T : IComponent
    {
        using var language = Languages.Use(Languages.English);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            RenderFragment content = builder =>
            {
                builder.OpenComponent<T>(0);
                builder.AddMultipleAttributes(1, parameters.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)));
                builder.CloseComponent();
            };
            var rendered = await renderer.RenderComponentAsync<CascadingValue<FormState>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                ["Value"] = new FormState("Form", errors),
                ["ChildContent"] = content,
            }));
            return rendered.ToHtmlString();
        });
    }
}
