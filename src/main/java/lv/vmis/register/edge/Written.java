package lv.vmis.register.edge;

import gg.jte.Content;
import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** What a page says, written before the summary of mistakes above it: the summary calls fields by their labels. */
public record Written(String html) implements HtmlContent {

    public static Written of(Content content) {
        var text = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(text));
        return new Written(text.toString());
    }

    @Override
    public void writeTo(HtmlTemplateOutput output) {
        output.writeContent(html);
    }
}
