using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Work.Records;

namespace Talka.Onboarding;

/// <summary>What a summary gives for a mandate: the contract, its money and the journal, with the corrections that the audit thinks likely.</summary>
/// <param name="Language">Of the document; notes in the journal are written in it.</param>
/// <param name="LeftOut">Statements beyond the most that a draft holds.</param>
public sealed record Proposal(
    string Language, ProposedContract Contract, IReadOnlyList<ProposedCorrection> Corrections, IReadOnlyList<ProposedEntry> Entries, int LeftOut = 0)
{
    public int Open => Entries.Count(entry => entry.Decision == Decision.Open);

    public int Decided => Entries.Count - Open;

    public bool Accepts(int? correction) => correction is { } number && Corrections.Any(known => known.Number == number && known.Accepted);

    public string ToJson() => JsonSerializer.Serialize(this, TermsJson.Options);

    public static Proposal FromJson(string json) => JsonSerializer.Deserialize<Proposal>(json, TermsJson.Options)!;

    /// <summary>The proposal with one entry changed.</summary>
    public Proposal With(ProposedEntry changed) =>
        this with { Entries = [.. Entries.Select(entry => entry.Number == changed.Number ? changed : entry)] };
}

/// <summary>A likely correction that touches something proposed. It holds until a person prefers what is printed.</summary>
/// <param name="Code">Of the finding.</param>
/// <param name="Likely">What to read instead.</param>
public sealed record ProposedCorrection(int Number, string Code, int? Year, string Message, string Likely, bool Accepted = true);

/// <summary>A value as printed, and what a correction makes of it.</summary>
/// <param name="Correction">Number of the correction; null where nothing corrects it.</param>
public sealed record Stated<T>(T Printed, T? Likely = null, int? Correction = null) where T : struct
{
    public T In(Proposal proposal) => proposal.Accepts(Correction) ? Likely ?? Printed : Printed;
}

/// <summary>The contract; what the document does not say is null.</summary>
public sealed record ProposedContract(
    string? Title, string? Task, string? Implementer, string? RegistrationNumber, DateOnly? From, DateOnly? To,
    IReadOnlyList<ImplementationYear> Years, IReadOnlyList<ProposedStream> Streams, IReadOnlyList<ProposedAmount> Amounts,
    IReadOnlyList<ProposedCarryOver> CarryOvers);

public sealed record ProposedStream(string Code, string Name);

/// <summary>The money of one stream in one year; unknown is null.</summary>
public sealed record ProposedAmount(int Year, string Stream, Stated<Money>? Planned, Stated<Money>? Spent);

public sealed record ProposedCarryOver(int FromYear, int ToYear, string Stream, Stated<Money> Amount);

/// <summary>What became of a proposed entry.</summary>
public enum Decision { Open, Confirmed, Skipped }

/// <summary>Why a proposed entry needs a look.</summary>
public enum Doubt
{
    /// <summary>The words do not tell what sort of work it was.</summary>
    Kind,

    /// <summary>There is no title; the beginning of the sentence stands for it.</summary>
    Title,

    /// <summary>The date may be read otherwise, or is not the date of the work.</summary>
    Date,

    /// <summary>A number may be meant otherwise.</summary>
    Number,

    /// <summary>It is not said where the posts were published.</summary>
    Channel,
}

/// <summary>What was done, as far as the words tell.</summary>
/// <param name="Kind">Code of a journal kind; null when the words do not tell.</param>
/// <param name="Quantity">How many of the kind it stands for.</param>
public sealed record ProposedWork(
    string? Kind, string Title, long? Quantity = null, bool QuantityApproximate = false, long? Participants = null, bool ParticipantsApproximate = false,
    EntryMode? Mode = null, string? Place = null, string? Channel = null, EntryState? State = null, IReadOnlyList<string>? Links = null);

/// <summary>One entry for the journal.</summary>
/// <param name="Number">From 1, in the order of the document.</param>
/// <param name="To">Last day; null for a single day.</param>
/// <param name="Quote">The words that it was read from.</param>
/// <param name="Sequence">Of the journal entry, when confirmed.</param>
public sealed record ProposedEntry(
    int Number, int Year, ProposedWork Work, Stated<DateOnly> From, Stated<DateOnly>? To, string Quote, IReadOnlyList<Doubt> Doubts,
    Decision Decision = Decision.Open, long? Sequence = null)
{
    [JsonIgnore]
    public bool IsCertain => Doubts.Count == 0;

    /// <summary>The entry as a person would type it, with the corrections that hold; its note says where it comes from.</summary>
    public EntryForm FormIn(Proposal proposal)
    {
        using var language = Languages.Use(proposal.Language);
        return new()
        {
            Kind = Work.Kind,
            Title = Work.Title,
            From = EntryForm.Day(From.In(proposal)),
            To = To is null ? null : EntryForm.Day(To.In(proposal)),
            Mode = EntryPayload.Choice(Work.Mode),
            Place = Work.Place,
            Quantity = Typed(Work.Quantity),
            QuantityApproximate = Work.QuantityApproximate,
            Participants = Typed(Work.Participants),
            ParticipantsApproximate = Work.ParticipantsApproximate,
            Channel = Work.Channel,
            Links = Work.Links is null ? null : string.Join('\n', Work.Links),
            State = EntryPayload.Choice(Work.State),
            Note = proposal.Accepts(From.Correction) && From.Likely is not null
                ? Texts.T("NoteCorrected", Quote, Format.Date(From.Printed))
                : Texts.T("Note", Quote),
        };
    }

    private static string? Typed(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}

public static class ProposalSteps
{
    /// <summary>The entry of a number, if it may be decided on now.</summary>
    public static Result<ProposedEntry> OpenEntry(this Proposal proposal, OnboardingDraft draft, int number) =>
        draft.Mandate is null ? OnboardingErrors.ContractOpen()
        : proposal.Entries.FirstOrDefault(entry => entry.Number == number) is not { } entry ? OnboardingErrors.EntryNotFound(number)
        : entry.Decision == Decision.Confirmed ? OnboardingErrors.EntryDecided(number)
        : entry;
}
