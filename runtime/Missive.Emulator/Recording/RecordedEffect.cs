namespace Missive.Emulator.Recording;

/// <summary>One change to the stored account.</summary>
/// <param name="RequestNumber">The request that did it (<see cref="RecordedRequest.Number"/>).</param>
/// <param name="Kind">What was done.</param>
/// <param name="Resource">The kind of resource, by its envelope key: <c>tasks</c>, <c>drafts</c> …</param>
/// <param name="Id">The resource's id.</param>
/// <param name="Marker">
/// The text by which the caller can recognise its own call: a title, subject, name, URL or the like, as sent; null when
/// the request carried none.
/// </param>
public sealed record RecordedEffect(int RequestNumber, EffectKind Kind, string Resource, string Id, string? Marker);
