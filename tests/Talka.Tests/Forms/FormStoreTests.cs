using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Forms;

public sealed class FormStoreTests
{
    private static readonly Guid Owner = Guid.Parse("0197f3a0-0000-7000-8000-000000000001");

    private static readonly FormDefinition Definition = new(
    [
        new Question("food", QuestionType.Choices, "Ko ēdat?") { Choices = [new("a", "A"), new("b", "B"), new("c", "C")] },
        new Question("phone", QuestionType.Text, "Tālrunis") { KeepDays = 30 },
    ]);

    private static Task<T> StoreAsync<T>(TestSite site, Func<FormStore, Task<T>> work) => site.InScopeAsync(async services =>
    {
        var done = await work(services.GetRequiredService<FormStore>());
        await services.GetRequiredService<TalkaDb>().SaveChangesAsync();
        return done;
    });

    private static FormFilled Filled(params (string Code, string[] Values)[] answers) =>
        new(answers.ToDictionary(a => a.Code, a => (IReadOnlyList<string>)a.Values), new Dictionary<string, FormFile>());

    [Fact]
    public async Task Define_ChangedAndUnchanged_MakesAVersionOnlyOfAChange()
    {
        await using var site = await TestSite.StartAsync();
        var id = await StoreAsync(site, store => store.DefineAsync("event", Owner, Definition, CancellationToken.None));
        Assert.Equal(id, await StoreAsync(site, store => store.DefineAsync("event", Owner, FormDefinition.Read(Definition.Write()), CancellationToken.None)));
        Assert.Equal(1, (await StoreAsync(site, store => store.CurrentAsync(id, CancellationToken.None)))!.Version);
        await StoreAsync(site, store => store.DefineAsync("event", Owner, new([.. Definition.Questions, new Question("more", QuestionType.Text, "Vēl?")]), CancellationToken.None));
        var current = await StoreAsync(site, store => store.OfAsync("event", Owner, CancellationToken.None));
        Assert.Equal((id, 2, 3), (current!.FormId, current.Version, current.Definition.Questions.Count));
        Assert.Equal(Definition.Write(), (await StoreAsync(site, store => store.VersionAsync(id, 1, CancellationToken.None)))!.Definition.Write());
    }

    [Fact]
    public async Task Define_WhatTheRulesForbid_Throws()
    {
        await using var site = await TestSite.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() =>
            StoreAsync(site, store => store.DefineAsync("event", Owner, new([new Question("Bad Code", QuestionType.Text, "A")]), CancellationToken.None)));
    }

    [Fact]
    public async Task Save_TwiceForOneResponse_ReplacesItsAnswers()
    {
        await using var site = await TestSite.StartAsync();
        var form = await StoreAsync(site, store => store.DefineAsync("event", Owner, Definition, CancellationToken.None));
        var end = new DateOnly(2027, 5, 1);
        var response = await StoreAsync(site, store => store.SaveAsync(form, 1, null, Filled(("food", ["a", "b"]), ("phone", ["20000000"])), end, CancellationToken.None));
        Assert.Equal(response, await StoreAsync(site, store => store.SaveAsync(form, 1, response, Filled(("food", ["b", "c"]), ("phone", ["29999999"])), end, CancellationToken.None)));
        var answers = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FormAnswers().OrderBy(a => a.Question).ThenBy(a => a.Ordinal).ToListAsync());
        Assert.Equal([("food", "b", null), ("food", "c", null), ("phone", "29999999", new DateOnly(2027, 5, 31))], answers.Select(a => (a.Question, a.Value, a.EraseOn)));
        var typed = await StoreAsync(site, store => store.AnswersAsync(response, CancellationToken.None));
        Assert.Equal(["b", "c"], typed["food"]);
    }

    [Fact]
    public async Task Define_AtTheSameTimeTwice_LetsTheDatabaseRefuseOne()
    {
        await using var site = await TestSite.StartAsync();
        await StoreAsync(site, store => store.DefineAsync("event", Owner, Definition, CancellationToken.None));
        await using var one = site.Services.CreateAsyncScope();
        await using var other = site.Services.CreateAsyncScope();
        foreach (var (scope, label) in new[] { (one, "X"), (other, "Y") })
        {
            await scope.ServiceProvider.GetRequiredService<FormStore>().DefineAsync("event", Owner, new([new Question("a", QuestionType.Text, label)]), CancellationToken.None);
        }

        await one.ServiceProvider.GetRequiredService<TalkaDb>().SaveChangesAsync();
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => other.ServiceProvider.GetRequiredService<TalkaDb>().SaveChangesAsync());
    }
}
