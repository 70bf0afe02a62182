namespace Missive.Emulator.Account;

internal sealed class TaskItem(string id)
{
    public string Id => id;

    public required string Title { get; set; }

    public string? Description { get; set; }

    public string State { get; private set; } = "todo";

    public string Type { get; init; } = "task";

    public string? OrganizationId { get; init; }

    public string? ConversationId { get; set; }

    public string? TeamId { get; set; }

    public List<string> Assignees { get; } = [];

    public long? DueAt { get; set; }

    public long? StartedAt { get; private set; }

    public long? ClosedAt { get; private set; }

    public long LastActivityAt { get; set; }

    public void MoveTo(string state, long now)
    {
        if (state == State)
        {
            return;
        }

        State = state;
        StartedAt = state == "todo" ? null : StartedAt ?? now;
        ClosedAt = state == "closed" ? now : null;
    }
}
