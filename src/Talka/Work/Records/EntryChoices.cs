using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Ui;
using Talka.Journal;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records;

/// <summary>The choices of the form, and how a sheet may write them: by code or by name, in either language.</summary>
public static class EntryChoices
{
    private static readonly (string Code, string Name)[] KnownChannels =
        [("facebook", "Facebook"), ("instagram", "Instagram"), ("linkedin", "LinkedIn"), ("x", "X / Twitter"), ("bluesky", "Bluesky"), ("youtube", "YouTube"), ("tiktok", "TikTok")];

    public static IReadOnlyList<Option> Modes() => [.. Enum.GetValues<EntryMode>().Select(mode => new Option(EntryPayload.Choice<EntryMode>(mode)!, Name(mode)))];

    public static IReadOnlyList<Option> States() => [.. Enum.GetValues<EntryState>().Select(state => new Option(EntryPayload.Choice<EntryState>(state)!, Name(state)))];

    public static IReadOnlyList<string> Channels { get; } = [.. KnownChannels.Select(channel => channel.Code)];

    public static string Name(EntryMode mode) => T("Mode" + mode);

    public static string Name(EntryState state) => T("State" + state);

    public static string ChannelName(string code) => Array.Find(KnownChannels, channel => channel.Code == code).Name ?? code;

    internal static EntryMode? Mode(string? text, List<Error> errors) => Choose<EntryMode>(text, "Mode", errors);

    internal static EntryState? State(string? text, List<Error> errors) => Choose<EntryState>(text, "State", errors);

    /// <summary>Channels are codes so that figures can filter by them: lower case, and the old name of X is X.</summary>
    internal static string? Channel(string? text)
    {
        var code = text?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(code) ? null : code is "twitter" or "x/twitter" or "x / twitter" ? "x" : code;
    }

    /// <summary>A sheet may say in words that a value is not known.</summary>
    internal static bool SaysUnknown(string text) => text.Trim().ToLowerInvariant() is "nezināms" or "nezināma" or "nav zināms" or "unknown" or "?";

    private static TChoice? Choose<TChoice>(string? text, string field, List<Error> errors) where TChoice : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text) || SaysUnknown(text))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<TChoice>())
        {
            if (Names(field + value).Append(EntryPayload.Choice<TChoice>(value)!).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        errors.Add(RecordErrors.ChoiceUnknown(text, field, Enum.GetValues<TChoice>().Select(value => T(field + value))));
        return null;
    }

    private static IReadOnlyList<string> Names(string key) => [In(Languages.Latvian, key), In(Languages.English, key)];

    private static string In(string language, string key)
    {
        using var scope = Languages.Use(language);
        return T(key);
    }
}
