package coop.roseash.service.activity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.activity.Activities;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Members;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.service.activity.OutgoingActivities.Saying;
import coop.roseash.service.activity.json.Document;

/// Lets the apps speak: the object is written, and one activity goes out, in the caller's transaction.
///
/// The app's actor is the author; a member whose work it is boosts it, as themselves and as their projection on that
/// app's host, so that it reaches those who follow them.
@ApplicationScoped
class ActivityAnnouncer implements Activities {
    private final ObjectRepository objects;
    private final LocalActors local;
    private final Members members;
    private final ObjectWriter writer;
    private final OutgoingActivities outgoing;
    private final LocalAddresses addresses;
    private final Clock clock;

    ActivityAnnouncer(ObjectRepository objects, LocalActors local, Members members, ObjectWriter writer,
            OutgoingActivities outgoing, LocalAddresses addresses, Clock clock) {
        this.objects = objects;
        this.local = local;
        this.members = members;
        this.writer = writer;
        this.outgoing = outgoing;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void announce(Change change, PublicObject said) {
        Optional<KnownObject> known = objects.ofEntity(said.app(), said.entity());
        switch (change) {
            case CREATE -> {
                if (known.isEmpty()) {
                    create(said);
                }
            }
            case UPDATE -> known.ifPresentOrElse(object -> update(object, said), () -> create(said));
            case DELETE -> known.ifPresent(object -> delete(object, said.app()));
        }
    }

    private void create(PublicObject said) {
        KnownActor author = local.app(said.app());
        KnownObject object = new KnownObject();
        object.id = objects.nextId();
        object.uri = addresses.object(said.app(), object.id);
        object.app = said.app().id();
        object.entity = said.entity();
        object.actorId = author.id;
        object.visibility = Visibility.PUBLIC.name();
        object.published = said.published();
        object.warning = "";
        fill(object, said);
        ObjectNode document = writer.announced(object, author, said);
        object.document = document.toString();
        objects.persist(object);
        objects.flush();
        outgoing.say(author, saying("Create", document, object, author));
        if (said.memberId() != null) {
            boost(said.memberId(), said.app(), author, object);
        }
    }

    private void update(KnownObject object, PublicObject said) {
        KnownActor author = local.app(said.app());
        fill(object, said);
        if (Document.parse(object.document).equals(Document.parse(writer.announced(object, author, said).toString()))) {
            return;
        }
        object.updated = clock.instant();
        ObjectNode document = writer.announced(object, author, said);
        object.document = document.toString();
        outgoing.say(author, saying("Update", document, object, author));
    }

    private void delete(KnownObject object, AppName app) {
        KnownActor author = local.app(app);
        objects.bury(object, author.uri, clock.instant());
        outgoing.say(author, saying("Delete", ObjectWriter.tombstone(object.uri, object.type), object, author));
    }

    private void boost(long memberId, AppName app, KnownActor author, KnownObject object) {
        members.byId(memberId).ifPresent(member -> {
            for (AppName place : List.of(AppName.FEDERATION, app)) {
                KnownActor booster = local.member(member, place);
                outgoing.say(booster, Saying.about("Announce", object.uri,
                        Addressing.of(Visibility.PUBLIC, booster, List.of(author.uri))));
            }
        });
    }

    private static Saying saying(String type, ObjectNode document, KnownObject object, KnownActor author) {
        return new Saying(type, document, object.uri, Addressing.of(Visibility.PUBLIC, author, List.of()));
    }

    private static void fill(KnownObject object, PublicObject said) {
        object.type = said.type();
        object.name = said.name();
        object.content = SafeText.html(said.html());
        object.page = said.page().toString();
    }
}
