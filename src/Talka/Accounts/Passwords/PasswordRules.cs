using Microsoft.AspNetCore.Identity;

namespace Talka.Accounts.Passwords;

/// <summary>
/// A password is long enough (which Identity sees to) and not among those that are guessed first. Nothing is asked of its characters, and nothing
/// about it leaves the program.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Person>
{
    public const string Guessable = "PasswordGuessable";

    /// <summary>Four common words, unrelated, are worth more, three are not; of the longer ones three are and two are not.</summary>
    private const int LeastBits = 30;

    internal const string CommonWords = "common-words.txt";
    internal const string LongWords = "long-words.txt";

    private static readonly Lazy<WordTree> Common = new(() => new WordTree(Words(CommonWords)));
    private static readonly Lazy<WordTree> Longer = new(() => new WordTree(Words(LongWords)));

    private static readonly string[] Ours = ["talka", "talkas", "talku"];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        // What is too short is told so by itself; what demo accounts open with is public anyway
        var passes = user.IsDemo || password is null || password.Length < AccountsFeature.PasswordLength || !IsGuessable(password, user.DisplayName, user.UserName);
        return Task.FromResult(passes ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = Guessable, Description = Guessable }));
    }

    /// <param name="about">What others know of the person: name, e-mail.</param>
    internal static bool IsGuessable(string password, params IEnumerable<string?> about) =>
        new GuessWork(Common.Value, Longer.Value, new WordTree(about.OfType<string>().SelectMany(Parts).Concat(Ours))).Bits(password) < LeastBits;

    /// <param name="list">The name of the file.</param>
    internal static IEnumerable<string> Words(string list)
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Talka.Accounts.Passwords." + list)!);
        while (reader.ReadLine() is { } line)
        {
            foreach (var word in line.StartsWith('#') ? [] : line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<string> Parts(string text) =>
        string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(GuessWork.Fold);
}
