package coop.roseash.blog.reading;

import jakarta.enterprise.context.RequestScoped;

import coop.roseash.contract.blog.Reader;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// In what standing the visitor of this request reads.
@RequestScoped
class CurrentReader {
    private final CurrentVisitor visitor;

    CurrentReader(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    Reader standing() {
        return visitor.member().map(CurrentReader::of).orElse(Reader.GUEST);
    }

    private static Reader of(Member member) {
        return member.has(Role.EDITOR) ? Reader.STAFF : Reader.MEMBER;
    }

    boolean writes() {
        return visitor.member().map(member -> member.has(Role.AUTHOR) || member.has(Role.EDITOR)).orElse(false);
    }
}
