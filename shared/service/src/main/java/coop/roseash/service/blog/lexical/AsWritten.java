package coop.roseash.service.blog.lexical;

/// Changes nothing but closes open elements: the reference's behaviour, to be judged against it.
public final class AsWritten implements Cleaning {
    @Override
    public String block(String html) {
        return html;
    }

    @Override
    public String phrase(String html) {
        return Html.balanced(html);
    }

    @Override
    public String address(String address) {
        return address;
    }

    @Override
    public String style(String value) {
        return Html.attribute(value);
    }

    @Override
    public boolean keepsScript() {
        return true;
    }
}
