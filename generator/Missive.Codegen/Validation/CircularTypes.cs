using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Finds the types that extend themselves, or that no finite value exists of.</summary>
internal static class CircularTypes
{
    /// <summary>The names of the types on a circle, and of those that lead from one circle to another.</summary>
    public static HashSet<string> Find(TypeCatalog catalog)
    {
        var circular = OnCircles(catalog, type => type.Extends is { } parent ? [parent.Name] : []);
        circular.UnionWith(OnCircles(catalog, type => catalog.FieldsOf(type).Where(f => f.Required && !f.Nullable && f.Type.Items is null).Select(f => f.Type.Name)));
        return circular;
    }

    private static HashSet<string> OnCircles(TypeCatalog catalog, Func<TypeDefinition, IEnumerable<string>> targetsOf)
    {
        var forward = new List<(string From, string To)>();
        foreach (var type in catalog.All)
        {
            foreach (var target in targetsOf(type))
            {
                if (catalog.FindObject(target) is not null)
                {
                    forward.Add((type.Name, target));
                }
            }
        }

        // What leads nowhere is on no circle, and neither is what nothing leads to.
        var left = Trim(forward);
        return left.Count == 0 ? left : Trim(forward.FindAll(l => left.Contains(l.From) && left.Contains(l.To)).ConvertAll(l => (l.To, l.From)));
    }

    /// <summary>Takes away, again and again, what leads nowhere; takes time in proportion to the links.</summary>
    private static HashSet<string> Trim(List<(string From, string To)> links)
    {
        var targets = new Dictionary<string, int>(StringComparer.Ordinal);
        var sources = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (from, to) in links)
        {
            targets[from] = targets.TryGetValue(from, out var count) ? count + 1 : 1;
            if (!sources.TryGetValue(to, out var known))
            {
                sources.Add(to, known = []);
            }

            known.Add(from);
        }

        var open = new Stack<string>(sources.Keys.Where(name => !targets.ContainsKey(name)));
        while (open.Count > 0)
        {
            if (!sources.TryGetValue(open.Pop(), out var affected))
            {
                continue;
            }

            foreach (var source in affected)
            {
                if (--targets[source] == 0)
                {
                    targets.Remove(source);
                    open.Push(source);
                }
            }
        }

        return new(targets.Keys, StringComparer.Ordinal);
    }
}
