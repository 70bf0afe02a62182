using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Hostile;

public class HostileYamlTests
{
    [Fact]
    public void A_hostile_text_in_a_file_is_read_as_it_was_written_and_breaks_no_output()
    {
        // The reader takes U+FFFD for a sign of bytes that are not UTF-8, and YAML excludes what is no character.
        var text = string.Concat(HostileText.Everything.Where(c => c is not ('\ufffd' or '\ufffe' or '\uffff')));
        var folder = ManifestFolder.Library
            .With("functions/books.yaml", "description: Read one book or several.", $"description: {JsonText.Quote(text)}")
            .With("types/books.yaml", "description: Year of birth.", $"description: {JsonText.Quote(text)}");

        var manifest = folder.Check();

        Assert.Equal(text, manifest.Groups[0].Functions[1].Description);
        CSharp.Compile(manifest.Render());
    }
}
