using System.Text;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Journal;

/// <summary>
/// What an entry must be like on its own, whoever posts it. Imports use it for their dry run; <see cref="JournalWriter"/> always does.
/// Whether the entries that it names exist is for the writer to see.
/// </summary>
public static class EntryRules
{
    public const int TitleLimit = 500;
    public const int DescriptionLimit = 100_000;
    public const int NoteLimit = 10_000;
    public const int NameLimit = 300;
    public const int CodeLimit = 80;
    public const int LinkLimit = 2_000;
    public const int ListLimit = 200;
    public const long CountLimit = 100_000_000;

    public static Money AmountLimit { get; } = new(10_000_000_000_000);
    public static DateOnly FirstDay { get; } = new(1990, 1, 1);
    public static DateOnly LastDay { get; } = new(2100, 12, 31);

    /// <summary>The entry with its texts in Unicode normal form C and trimmed, or everything that is wrong with it.</summary>
    /// <param name=nameof(EntryContent.Kind)>The kind that the content names; null when there is none.</param>
    public static Result<EntryContent> Check(EntryContent content, JournalKind? kind) => Tidy(content).Check(kind);

    /// <summary>The part of the check that needs to know nothing else, and so can be done before anybody is made to wait.</summary>
    internal static TidyEntry Tidy(EntryContent content)
    {
        var check = new Checker();
        var clean = content with
        {
            Mandate = check.Required(nameof(EntryContent.Mandate), content.Mandate, CodeLimit),
            Stream = check.Text(nameof(EntryContent.Stream), content.Stream, CodeLimit),
            Kind = check.Required(nameof(EntryContent.Kind), content.Kind, CodeLimit),
            Title = check.Required(nameof(EntryContent.Title), content.Title, TitleLimit),
            Description = check.Text(nameof(EntryContent.Description), content.Description, DescriptionLimit, lines: true),
            Place = check.Text(nameof(EntryContent.Place), content.Place, NameLimit),
            Region = check.Text(nameof(EntryContent.Region), content.Region, NameLimit),
            TargetGroup = check.Text(nameof(EntryContent.TargetGroup), content.TargetGroup, NameLimit),
            Partners = check.List(nameof(EntryContent.Partners), content.Partners, NameLimit),
            Attendance = check.Attendance(content.Attendance),
            Channel = check.Text(nameof(EntryContent.Channel), content.Channel, CodeLimit),
            Links = check.List(nameof(EntryContent.Links), content.Links, LinkLimit),
            Series = check.Text(nameof(EntryContent.Series), content.Series, NameLimit),
            Files = check.Files(content.Files),
            Note = check.Text(nameof(EntryContent.Note), content.Note, NoteLimit, lines: true),
            Category = check.Text(nameof(EntryContent.Category), content.Category, NameLimit),
            Payee = check.Text(nameof(EntryContent.Payee), content.Payee, NameLimit),
            DocumentNumber = check.Text(nameof(EntryContent.DocumentNumber), content.DocumentNumber, NameLimit),
            ExternalId = check.Text(nameof(EntryContent.ExternalId), content.ExternalId, NameLimit),
            Source = check.Source(content.Source),
            Reason = check.Text(nameof(EntryContent.Reason), content.Reason, NoteLimit, lines: true),
        };
        check.Numbers(clean);
        check.Days(clean);
        check.Links(clean.Links);
        return new TidyEntry(clean, check);
    }

    /// <summary>An entry with its texts as they will be kept; not yet checked against its kind.</summary>
    internal sealed class TidyEntry(EntryContent content, Checker check)
    {
        public EntryContent Content => content;

        public Result<EntryContent> Check(JournalKind? kind)
        {
            check.Kind(content, kind);
            check.Correction(content);
            return check.Errors.Count > 0 ? check.Errors : content;
        }
    }

    internal sealed class Checker
    {
        public List<Error> Errors { get; } = [];

        public string Required(string field, string? value, int limit)
        {
            var text = Text(field, value, limit);
            if (string.IsNullOrWhiteSpace(value))
            {
                Errors.Add(JournalErrors.Missing(field));
            }

            return text ?? "";
        }

        public string? Text(string field, string? value, int limit, bool lines = false)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                return null;
            }

            if (!PlainText.IsStorable(value, lines))
            {
                Errors.Add(JournalErrors.NotText(field));
                return null;
            }

            var text = PlainText.Tidy(value)!;
            if (text.Length > limit)
            {
                Errors.Add(JournalErrors.TooLong(field, limit));
            }

            return text;
        }

        public IReadOnlyList<string> List(string field, IReadOnlyList<string> values, int limit)
        {
            Bounded(field, values.Count);
            return values.Count == 0 ? values : [.. values.Take(ListLimit).Select(value => Text(field, value, limit)).OfType<string>()];
        }

        public IReadOnlyList<EntryFile> Files(IReadOnlyList<EntryFile> files)
        {
            Bounded(nameof(EntryContent.Files), files.Count);
            return files.Count == 0 ? files : [.. files.Take(ListLimit).Select(File)];
        }

        public EntryAttendance? Attendance(EntryAttendance? attendance)
        {
            Bounded(nameof(EntryContent.Attendance), attendance?.Groups.Count ?? 0);
            return attendance is null or { Groups.Count: 0 } ? attendance : attendance with
            {
                Groups = [.. attendance.Groups.Take(ListLimit).Select(group => group with { Group = Text(nameof(EntryContent.Attendance), group.Group, NameLimit) })],
            };
        }

        public EntrySource Source(EntrySource source) =>
            new(Required(nameof(EntryContent.Source), source.Area, CodeLimit), Text(nameof(EntryContent.Source), source.Id, NameLimit), Text(nameof(EntryContent.Source), source.Url, LinkLimit));

        public void Numbers(EntryContent entry)
        {
            Within(nameof(EntryContent.Year), entry.Year, 1, 100);
            Within(nameof(EntryContent.ToYear), entry.ToYear, 1, 100);
            Within(nameof(EntryContent.Quantity), entry.Quantity, 0, CountLimit);
            Within(nameof(EntryContent.Participants), entry.Participants, 0, CountLimit);
            Within(nameof(EntryContent.Reach), entry.Reach, 0, CountLimit);
            Within(nameof(EntryContent.Concerns), entry.Concerns, 1, long.MaxValue);
            Within(nameof(EntryContent.Corrects), entry.Corrects, 1, long.MaxValue);
            if (entry.Attendance is { } attendance)
            {
                Attendance(attendance, entry.Participants);
            }

            if (entry.Amount is { } amount && (amount < Money.Zero || amount > AmountLimit))
            {
                Errors.Add(JournalErrors.OutOfRange(nameof(EntryContent.Amount), Format.Amount(Money.Zero), Format.Amount(AmountLimit)));
            }
        }

        public void Days(EntryContent entry)
        {
            var inRange = Day(nameof(EntryContent.From), entry.From) & Day(nameof(EntryContent.To), entry.To);
            if (inRange && entry.To < entry.From)
            {
                Errors.Add(JournalErrors.EndsBeforeStart());
            }
        }

        public void Links(IReadOnlyList<string> links) =>
            Errors.AddRange(links.Where(link => !IsWebAddress(link)).Select(JournalErrors.NotALink));

        public void Kind(EntryContent entry, JournalKind? kind)
        {
            if (kind is null)
            {
                if (entry.Kind.Length > 0)
                {
                    Errors.Add(JournalErrors.KindUnknown(entry.Kind));
                }

                return;
            }

            if (entry.Correction == CorrectionKind.Voids)
            {
                return; // it counts nothing itself
            }

            Measure(kind, EntryMeasures.Quantity, nameof(EntryContent.Quantity), entry.Quantity is not null);
            Measure(kind, EntryMeasures.Participants, nameof(EntryContent.Participants), entry.Participants is not null);
            Measure(kind, EntryMeasures.Amount, nameof(EntryContent.Amount), entry.Amount is not null);
            Measure(kind, EntryMeasures.Reach, nameof(EntryContent.Reach), entry.Reach is not null);
            Measure(kind, EntryMeasures.Channel, nameof(EntryContent.Channel), entry.Channel is not null);
            Measure(kind, EntryMeasures.State, nameof(EntryContent.State), entry.State is not null);

            if (kind.IsMoney && entry.Amount == Money.Zero)
            {
                Errors.Add(JournalErrors.OutOfRange(nameof(EntryContent.Amount), Format.Amount(new Money(1)), Format.Amount(AmountLimit)));
            }

            if (kind.IsMoney && entry.Stream is null)
            {
                Errors.Add(JournalErrors.Missing(nameof(EntryContent.Stream)));
            }

            if (kind.Code == Kinds.CarryOver && !(entry.ToYear > entry.Year))
            {
                Errors.Add(entry.ToYear is null ? JournalErrors.Missing(nameof(EntryContent.ToYear)) : JournalErrors.CarryOverBackwards());
            }
        }

        public void Correction(EntryContent entry)
        {
            var says = entry.Corrects is not null;
            if (says != entry.Correction is not null || (says && entry.Reason is null))
            {
                Errors.Add(JournalErrors.CorrectionIncomplete());
            }
        }

        private EntryFile File(EntryFile file)
        {
            if (file.Sha256.Length != 64 || !file.Sha256.All(char.IsAsciiHexDigitLower) || file.Size < 0)
            {
                Errors.Add(JournalErrors.FileInvalid(file.Name));
            }

            return file with { Name = Required(nameof(EntryContent.Files), file.Name, NameLimit), ContentType = Required(nameof(EntryContent.Files), file.ContentType, NameLimit) };
        }

        private void Attendance(EntryAttendance attendance, long? participants)
        {
            var cycle = attendance.Cycle ?? new CycleAttendance(0, 0, 0);
            foreach (var number in attendance.Groups.SelectMany(group => new[] { group.OnSite, group.Online })
                .Concat([attendance.OnSite, attendance.Online, attendance.Organisations, cycle.Held, cycle.Attendances, cycle.People]))
            {
                Within(nameof(EntryContent.Attendance), number, 0, CountLimit);
            }

            if (attendance.People != participants || (attendance.Groups.Count > 0 && attendance.Groups.Sum(group => group.OnSite + group.Online) != participants))
            {
                Errors.Add(JournalErrors.AttendanceDiffers());
            }
        }

        private void Bounded(string field, int count)
        {
            if (count > ListLimit)
            {
                Errors.Add(JournalErrors.TooMany(field, ListLimit));
            }
        }

        private void Within(string field, long? value, long least, long most)
        {
            if (value < least || value > most)
            {
                Errors.Add(JournalErrors.OutOfRange(field, Format.Number(least), Format.Number(most)));
            }
        }

        private bool Day(string field, DateOnly day)
        {
            var inRange = day >= FirstDay && day <= LastDay;
            if (!inRange)
            {
                Errors.Add(JournalErrors.DateOutOfRange(field));
            }

            return inRange;
        }

        private void Measure(JournalKind kind, EntryMeasures measure, string field, bool given)
        {
            if (kind.Required.HasFlag(measure) && !given)
            {
                Errors.Add(JournalErrors.Missing(field));
            }
        }

        private static bool IsWebAddress(string link) =>
            Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
    }
}
