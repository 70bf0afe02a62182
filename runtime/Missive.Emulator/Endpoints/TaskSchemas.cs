using Missive.Emulator.Bodies;

namespace Missive.Emulator.Endpoints;

/// <summary>What tasks take (official; <c>add_to_inbox</c> is secondary).</summary>
internal static class TaskSchemas
{
    private static readonly BodyField[] Common =
    [
        BodyField.Text("description", maxLength: 10_000),
        BodyField.Choice("state", "todo", "in_progress", "closed"),
        BodyField.TextList("assignees"),
        BodyField.Text("team"),
        BodyField.Instant("due_at"),
    ];

    public static BodySchema New { get; } = new(
        [
            BodyField.Text("title", maxLength: 1000).Required(),
            .. Common,
            BodyField.Text("organization"),
            BodyField.Flag("subtask"),
            BodyField.Text("conversation"),
            BodyField.TextList("references"),
            BodyField.Text("conversation_subject"),
            BodyField.TextList("add_users"),
            BodyField.Flag("add_to_inbox"),
        ],
        BodyRules.Needs("organization", "team", "assignees", "add_users"),
        item => item.Flag("subtask") ? BodyRules.AtLeastOne("conversation", "references")(item) : BodyRules.AtLeastOne("team", "assignees")(item),
        item => !item.Flag("subtask")
            && new[] { "conversation", "references", "conversation_subject", "add_users", "add_to_inbox" }.FirstOrDefault(item.ContainsKey) is { } given
                ? $"'{given}' goes only with subtask true"
                : null);

    public static BodySchema Changes { get; } = new([BodyField.Text("title", maxLength: 1000), .. Common]);
}
