package io.waypost.app.desk;

import io.waypost.core.routing.Admission;
import io.waypost.core.routing.FirstWords.Found;
import io.waypost.core.routing.RoutingPolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written down when a contact is let in: by which version, what it needs and why, and what lets it in ahead. */
final class AdmissionData {

    private AdmissionData() {}

    /** @param found null where nothing was looked for now */
    static Map<String, Object> of(RoutingPolicy policy, KeptContact kept, @Nullable Found found) {
        var admitted = new Admission(policy).admit(kept.facts());
        var data = new HashMap<String, Object>();
        data.put("policy", policy.version());
        data.put("needs", admitted.waiting().needs());
        data.put("ahead", admitted.parts().stream().map(part -> Map.of("cause", part.cause().name(), "seconds",
                part.duration().toSeconds())).toList());
        data.put("repeats", kept.repeats());
        data.put("matter", kept.matter());
        var language = kept.language();
        if (language != null) {
            data.put("language", language);
        }
        var contract = kept.contract();
        if (contract != null) {
            data.put("contract", contract(contract));
        }
        if (found != null) {
            var word = found.word();
            if (word != null) {
                data.put("word", word);
            }
            data.put("letters", found.letters());
            data.put("share", found.share());
        }
        return data;
    }

    private static Map<String, Object> contract(KeptContract contract) {
        var routed = contract.routed();
        var data = new HashMap<String, Object>();
        data.put("code", contract.code());
        data.put("name", routed.name());
        data.put("version", routed.version());
        data.put("by", routed.by().name());
        data.put("served", routed.served());
        data.put("agents", routed.terms().agents().size());
        data.put("keepSeconds", routed.terms().keepSeconds());
        var person = routed.person();
        if (person != null) {
            data.put("person", person);
        }
        var answer = routed.terms().answerSeconds();
        if (answer != null) {
            data.put("answerSeconds", answer);
        }
        return data;
    }
}
