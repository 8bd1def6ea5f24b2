namespace Talka.Foundation.Ui;

/// <summary>A choice in a <see cref="SelectField"/> or <see cref="RadioField"/>.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Group">Choices with the same group stand under one heading; null for none.</param>
public sealed record Option(string Value, string Text, string? Group = null);
