using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Passwords;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Passwords;

public sealed class PasswordRulesTests
{
    // One word, name, club, place, beast or run of keys, with little around it
    private const string Dressed =
        """
        Christopher! benjamin1985 alexandria12 Katharina2020 sebastian007 gabriella123 barcelona2024 manchester1! juventus1897
        borussia1909 realmadrid13 newcastle123 tottenham882 galatasaray1 spartak19222 dinamoriga12 zalgiris1944 porzingis06!
        ostapenko123 masalskis123 amsterdam123 copenhagen12 johannesburg edinburgh123 philadelphia SanFrancisco losangeles99
        melbourne123 aizkraukle12 jaunjelgava1 saulkrasti12 valdemarpils pardaugava99 mezaparks123 purvciems123 netherlands1
        switzerland1 scandinavia! igaunija1234 baltkrievija brazilija123 hippopotamus rhinoceros1! chimpanzee12 grasshopper1
        caterpillar1 brunurupucis ziemelbriedis papagailis12 krokodils123 sunflower123 dandelion123 strawberry12 watermelon!!
        blackberry12 saulespuke12 kumelite1234 mellenes1234 zemenes20245 snowboarding motorcycle12 photography1 saxophone123
        helicopter12 lamborghini1 volkswagen12 velosipeds12 makskernieks dziesmusvetki fotografija1 playstation5 starcraft123
        Minecraft2019 supermario64 harrypotter7 skywalker123 spongebob123 princesa1234 beautiful123 grandmother1 firefighter1
        programmer12 draudzins123 karaliene123 vecmamina123 skolotaja123 independence responsibility1 photograph12 international
        encyclopedia extraordinary imagination1 relationship brainstorm12 championship12 butterscotch neatkariba91 tautasdziesma
        pilsoniba123 organizacija varaviksne12 lauksaimnieciba universitate matematika12 1qazxsw23edc zxcvbnm12345 5tgb6yhn7ujm
        qweasdzxc123 poiuytrewq12 lkjhgfdsa123 123qweasdzxc sk4teb0ard12 !!!mountain1! 2024valmiera 19rezekne85! mana.vasara1
        """;

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2024!")]
    [InlineData("P@ssw0rd2024!!")]
    [InlineData("p.a.s.s.w.o.r.d.1.2.3")]
    [InlineData("drowssap4321")]
    [InlineData("qwertyuiop12")]
    [InlineData("asdfghjkl;123")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("zaq12wsxcde3")]
    [InlineData("123456789012")]
    [InlineData("098765432109")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("kjqkjqkjqkjq")]
    [InlineData("nezinunezinu")]
    [InlineData("iloveyouforever")]
    [InlineData("letmeinletmein!")]
    [InlineData("welcome12345")]
    [InlineData("correct-horse-battery-staple")]
    [InlineData("Parole2024!!")]
    [InlineData("parole parole")]
    [InlineData("ManaParole123")]
    [InlineData("Vasara2025Riga")]
    [InlineData("Rīgas parole 12")]
    [InlineData("LatvijaLatvija")]
    [InlineData("latvija18111918")]
    [InlineData("SauleSaulite99")]
    [InlineData("Mīlestība2024")]
    [InlineData("m1lest1b4 2024")]
    [InlineData("administrators1")]
    [InlineData("Septembris2025")]
    [InlineData("talka-talka-2025")]
    [InlineData("Talka123456789")]
    [InlineData("christopher1")]
    [InlineData("liverpool123")]
    [InlineData("unbelievable")]
    [InlineData("skateboard12")]
    [InlineData("mississippi1")]
    [InlineData("interesting1")]
    [InlineData("motocikls123")]
    public void Password_ThatIsGuessedFirst_IsGuessable(string password) => Assert.True(PasswordRules.IsGuessable(password));

    [Fact]
    public void Password_OfOneWordAndAFewDigits_IsGuessable()
    {
        var passing = Dressed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(password => !PasswordRules.IsGuessable(password));

        Assert.Equal("", string.Join(' ', passing));
    }

    [Theory]
    [InlineData("annapiemera2024")]
    [InlineData("Anna.Piemēra.12")]
    [InlineData("aremeip anna 1")]
    [InlineData("gaismas-nams-2024")]
    [InlineData("Paraugs! Paraugs!")]
    public void Password_OfThePersonsOwnWords_IsGuessable(string password) =>
        Assert.True(PasswordRules.IsGuessable(password, "Anna Piemēra", "paraugs@gaismas-nams.example.org"));

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("zirgs skava bultiņa")]
    [InlineData("garum garš piemēra vārds 1")]
    [InlineData("kjqwzmvnrtpl")]
    [InlineData("839201746520")]
    [InlineData("saule jūra hokejs kafija")]
    [InlineData("lielais zaļais dīvāns peld")]
    [InlineData("trīs kurpes uz jumta dejo")]
    [InlineData("vilciens pukst ragana klusē")]
    [InlineData("mans brālis ēd akmeņus")]
    [InlineData("elephant umbrella Tuesday soup")]
    [InlineData("violet teapot marches north")]
    [InlineData("seven crooked lanterns humming")]
    [InlineData("pencil avalanche borrowed moss")]
    [InlineData("motocikls ēd zupu naktī")]
    [InlineData("Liepājas vējš 47 skapji")]
    [InlineData("Tq7!vK2#xR9z")]
    [InlineData("unbelievable-ladder-fjord")]
    [InlineData("Šķūņa ķēde čīkst")]
    [InlineData("パスワードではない長い文")]
    [InlineData("🐎🔋📎🐎🔋📎🙂🙃🤖🎈🎉")]
    public void Password_OfUnrelatedWordsOrChance_Passes(string password) =>
        Assert.False(PasswordRules.IsGuessable(password, "Anna Piemēra", "anna@example.org"));

    [Fact]
    public void Password_OfTheGreatestLength_IsJudgedWithoutAHang()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        PasswordRules.IsGuessable(string.Concat(Enumerable.Repeat("1!l|", AccountsFeature.MaxPasswordLength / 4)), new string('1', 200), new string('i', 200));
        Assert.True(watch.ElapsedMilliseconds < 60_000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Words_OfTheList_AreFoldedAndNamedOnce()
    {
        var words = PasswordRules.Words(PasswordRules.CommonWords).Concat(PasswordRules.Words(PasswordRules.LongWords)).ToList();

        Assert.True(words.Count > 4_000, $"{words.Count}");
        Assert.Empty(words.GroupBy(word => word).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.DoesNotContain(words, word => word.Length < 3 || word != GuessWork.Fold(word) || !word.All(char.IsAsciiLetterLower));
    }

    [Theory]
    [InlineData("Parole2024!!", "viegli uzminēt")]
    [InlineData("Piemēra-Anna-1", "viegli uzminēt")]
    [InlineData("īsa", "vismaz 12")]
    public async Task Form_WithABadPassword_SaysSoAtItsField(string password, string words)
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        using var client = site.NewClient();
        var path = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<InvitePerson>().InviteAsync(person.Id, CancellationToken.None)).Value);

        using var answer = await site.PostFormAsync(client, path, "setup", new() { ["Form.Password"] = password, ["Form.Repeat"] = password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("href=\"#Password\"", page, StringComparison.Ordinal);
        using var open = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task DemoAccounts_WithTheirPublicPassword_AreMade()
    {
        await using var site = await TestSite.StartAsync();
        var made = await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("demo@example.org", "Demo", DemoAccounts.Password, IsDemo: true), CancellationToken.None));
        Assert.True(made.Succeeded);
    }
}
