package coop.roseash.events.programme;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.paging.Page;

/// One page of dates under the name of their month.
///
/// @param path where its other pages are
public record Listing(List<Group> groups, Page<EntryInstance> page, String path) {
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /// @param month for its address, `2026-12`
    public record Group(String title, String month, List<EntryInstance> dates) {}

    public Listing {
        groups = List.copyOf(groups);
    }

    static Listing of(Page<EntryInstance> page, String path) {
        List<Group> groups = new ArrayList<>();
        for (EntryInstance date : page.items()) {
            YearMonth month = YearMonth.from(date.span().firstDay());
            if (groups.isEmpty() || !groups.getLast().month().equals(month.toString())) {
                groups.add(new Group(TITLE.format(month), month.toString(), new ArrayList<>()));
            }
            groups.getLast().dates().add(date);
        }
        return new Listing(groups, page, path);
    }
}
