package io.waypost.app.notice;

import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Ids;
import io.waypost.app.knowledge.ArticleNews;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.core.identity.Role;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who keep an article that it ends, and that it has ended: in the console, since it is no matter of minutes. */
@Component
class KnowledgeNotices {

    /** Who writes articles, where nobody who wrote this one is there any more. */
    private static final Set<Role> KEEPERS = Set.of(Role.TRAINER, Role.TEAM_LEAD, Role.REGION_MANAGER,
            Role.HEADQUARTERS_MANAGER);

    private final NoticeStore notices;
    private final People people;
    private final LiveFeed live;

    KnowledgeNotices(NoticeStore notices, People people, LiveFeed live) {
        this.notices = notices;
        this.people = people;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ArticleNews news) {
        var addressed = to(news).stream().map(person -> new Addressed(person, new Notice(Ids.next(news.at()), news.at(),
                "ARTICLE_" + news.kind().name(), null, null, Map.of("articleId", news.article().toString(), "number",
                        news.number(), "title", news.title(), "until", news.until().toString()),
                null))).toList();
        notices.add(addressed);
        addressed.forEach(one -> live.tellPerson(one.person(), "notice", Map.of("id", one.notice().id().toString())));
    }

    private Set<UUID> to(ArticleNews news) {
        var there = news.to().stream().filter(person -> !people.roles(person).isEmpty()).collect(Collectors.toSet());
        return there.isEmpty()
                ? people.staff(news.unitCode(), KEEPERS).stream().map(PersonRef::id).collect(Collectors.toSet())
                : there;
    }
}
