package io.waypost.app.knowledge;

import io.waypost.app.attachment.AttachmentOwner;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of articles: added by those who keep the article; given out to everybody who sees it by the article's own address. */
@Component
class ArticleFiles implements AttachmentOwner {

    private final ArticleStore store;

    ArticleFiles(ArticleStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KnowledgeDesk.KIND;
    }

    @Override
    public Optional<Reach> reach(UUID subject) {
        var actor = Acting.current();
        if (!(actor instanceof Actor.Internal) && !actor.may(Permission.KNOWLEDGE_VIEW)) {
            return Optional.empty();
        }
        return store.find(subject).map(article -> new Reach(Set.of(article.unitPath()),
                actor.may(Permission.KNOWLEDGE_EDIT) && actor.scope().reaches(article.unitPath())));
    }
}
