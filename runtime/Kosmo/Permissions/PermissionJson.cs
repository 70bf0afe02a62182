using System.Text.Json;

namespace Kosmo.Permissions;

/// <summary>Writes permissions for programs.</summary>
internal static class PermissionJson
{
    public static void Write(Utf8JsonWriter writer, PermissionPolicy policy)
    {
        writer.WriteStartObject("permissions");
        writer.WriteString("read", policy.Read.Word());
        writer.WriteString("write", policy.Write.Word());
        writer.WriteEndObject();
    }
}
