using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>get_current_user</c>: the API has no profile; the token owner is marked in the list of users.</summary>
internal sealed class GetCurrentUser : FunctionHandler
{
    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var owner = await call.Lookups.Users.FindOwnerAsync(call, cancellationToken).ConfigureAwait(false);
        var organizations = await ReadOrganizationsAsync(call, cancellationToken).ConfigureAwait(false);
        return ToolAnswer.Write((owner, organizations), static (writer, parts) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("user");
            foreach (var property in parts.owner.EnumerateObject().Where(static property => !property.NameEquals("organizations")))
            {
                writer.WritePropertyName(property.Name);
                Answers.WriteWhole(writer, property.Value);
            }

            writer.WriteStartArray("organizations");
            foreach (var organization in parts.organizations)
            {
                Answers.WriteWhole(writer, organization);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    public override async ValueTask<string?> RehearseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        await WholeList.ReadAsync(call, UserLookup.AllUsers, "users", cancellationToken).ConfigureAwait(false);
        await ReadOrganizationsAsync(call, cancellationToken).ConfigureAwait(false);
        return "Further pages of users until the token owner is among them, and of organizations to their end.";
    }

    private static ValueTask<IReadOnlyList<JsonElement>> ReadOrganizationsAsync(ToolCall call, CancellationToken cancellationToken)
        => WholeList.ReadAsync(call, "/organizations", "organizations", cancellationToken);
}
