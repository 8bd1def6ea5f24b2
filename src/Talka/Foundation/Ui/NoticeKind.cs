namespace Talka.Foundation.Ui;

/// <summary>What a <see cref="Notice"/> is about; decides its colour and sign, never alone its meaning.</summary>
public enum NoticeKind { Info, Success, Warning, Danger }
