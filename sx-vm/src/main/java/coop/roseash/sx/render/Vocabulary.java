package coop.roseash.sx.render;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.value.SxList;

/// The tags and attributes of HTML and what authors may use of them, from `render.sx`.
public final class Vocabulary {
    private static final Map<String, Set<String>> LISTS = read();
    public static final Set<String> TAGS = LISTS.getOrDefault("tags", Set.of());
    static final Set<String> VOID_TAGS = LISTS.getOrDefault("void-tags", Set.of());
    static final Set<String> RAW_TEXT_TAGS = LISTS.getOrDefault("raw-text-tags", Set.of());
    static final Set<String> AUTHOR_TAGS = LISTS.getOrDefault("author-tags", Set.of());
    static final Set<String> AUTHOR_ATTRIBUTES = LISTS.getOrDefault("author-attributes", Set.of());
    static final Set<String> AUTHOR_PREFIXES = LISTS.getOrDefault("author-attribute-prefixes", Set.of());
    static final Set<String> REFUSED_PREFIXES = LISTS.getOrDefault("refused-attribute-prefixes", Set.of());
    static final Set<String> ADDRESSES = LISTS.getOrDefault("address-attributes", Set.of());
    static final Set<String> ADDRESS_LISTS = LISTS.getOrDefault("address-list-attributes", Set.of());
    static final Set<String> SCHEMES = LISTS.getOrDefault("address-schemes", Set.of());
    static final Set<String> IDS = LISTS.getOrDefault("id-attributes", Set.of());

    private Vocabulary() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> lists = new HashMap<>();
        String text = Specification.text("render.sx");
        for (Object form : Reader.read(text, Limits.trusted()).asList()) {
            SxList list = (SxList) form;
            Set<String> names = new HashSet<>();
            list.slice(1, list.size()).asList().forEach(name -> names.add(name.toString()));
            lists.put(list.get(0).toString(), names);
        }
        return lists;
    }
}
