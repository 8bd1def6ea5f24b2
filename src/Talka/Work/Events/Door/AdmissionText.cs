using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using static Talka.Work.Events.Door.Texts;

namespace Talka.Work.Events.Door;

/// <summary>What the door says, in words.</summary>
internal static class AdmissionText
{
    public static string Of(Admission admission, Guest? guest) => admission switch
    {
        Admission.AlreadyIn when guest is { At: { } at } => guest.Door is { } door ? T("SaysAlreadyInAt", Time(at), door) : T("SaysAlreadyIn", Time(at)),
        Admission.AlreadyIn => T("SaysAlreadyInSometime"),
        _ => T("Says" + admission),
    };

    public static NoticeKind Kind(Admission admission) => admission switch
    {
        Admission.In or Admission.Expected => NoticeKind.Success,
        Admission.TakenBack => NoticeKind.Info,
        Admission.NotATicket or Admission.OtherEvent or Admission.Cancelled => NoticeKind.Danger,
        _ => NoticeKind.Warning,
    };

    public static string Time(DateTime utc) => Riga.ToLocal(utc).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
