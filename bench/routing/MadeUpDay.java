import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Admission;
import io.waypost.core.routing.ContactLanguage;
import io.waypost.core.routing.ContactMatter;
import io.waypost.core.routing.ContractTerms;
import io.waypost.core.routing.RoutingPolicy;
import io.waypost.core.routing.RoutingTrial.Past;
import io.waypost.core.routing.RoutingTrial.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Contacts and shifts of made-up days of a centre with three regions and headquarters: arrivals with a morning and an afternoon peak, talk times log-normal,
 * patience exponential. Handling takes as long whoever does it, so that no rule is helped by a fit that we would only have made up.
 */
final class MadeUpDay {

    private static final ContractTerms CONTRACT = new ContractTerms("CONTRACT", 0, null, Set.of(), Duration.ZERO);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-29T16:00:00Z");
    private static final String[] MATTERS = {"URGE", "URGE", "URGE", "URGE", "URGE", "ADDRESS", "ADDRESS", "LOST", "DAMAGE", "COMPLAINT"};
    private static final ContactChannel[] CHANNELS = {ContactChannel.PHONE, ContactChannel.PHONE, ContactChannel.PHONE, ContactChannel.PHONE, ContactChannel.PHONE,
            ContactChannel.CHAT, ContactChannel.CHAT, ContactChannel.CHAT, ContactChannel.WECHAT, ContactChannel.EMAIL};

    final List<Past> contacts = new ArrayList<>();
    final List<Shift> shifts = new ArrayList<>();
    private final Random random;
    private final Admission admission;

    MadeUpDay(long seed, int wanted, double busy, RoutingPolicy policy) {
        random = new Random(seed);
        admission = new Admission(policy);
        int perDay = Math.min(wanted, 50_000);
        int days = Math.ceilDiv(wanted, perDay);
        // Offered work in agents' seconds a day, by what each channel takes of one.
        double work = 0;
        for (int i = 0; i < 20_000; i++) {
            var channel = CHANNELS[random.nextInt(CHANNELS.length)];
            work += handling(channel).toSeconds() * policy.terms(channel).units() / 100.0;
        }
        double aDay = work / 20_000 * perDay;
        int agents = (int) Math.ceil(aDay / (8 * 3600 * busy));
        var people = new ArrayList<Map.Entry<UUID, Shift>>();
        for (int agent = 0; agent < agents; agent++) {
            people.add(Map.entry(new UUID(1, agent), person(agent)));
        }
        for (int day = 0; day < days; day++) {
            var begins = MIDNIGHT.plus(Duration.ofDays(day));
            for (var each : people) {
                var like = each.getValue();
                // Shifts of eight hours that overlap as the load does.
                var from = begins.plus(Duration.ofMinutes(450 + (each.getKey().getLeastSignificantBits() * 7 % 12) * 30));
                shifts.add(new Shift(like.person(), like.skills(), like.channels(), like.unit(), from, from.plus(Duration.ofHours(8))));
            }
            for (int i = 0; i < perDay; i++) {
                contact(begins, day * perDay + i);
            }
        }
    }

    /** A skill for each. */
    static List<ContactMatter> matters() {
        return List.of(MATTERS).stream().distinct().map(code -> new ContactMatter(code, code, code, code, 2, 1, List.of())).toList();
    }

    static List<ContactLanguage> languages() {
        return List.of("CANTONESE", "ENGLISH").stream().map(code -> new ContactLanguage(code, ContactLanguage.Writing.LATIN, 90, code, 2, 1)).toList();
    }

    private Shift person(int number) {
        var skills = new HashMap<String, Integer>();
        skills.put("URGE", 1 + random.nextInt(5));
        for (var matter : List.of("ADDRESS", "LOST", "DAMAGE", "COMPLAINT")) {
            if (random.nextInt(100) < 40) {
                skills.put(matter, 1 + random.nextInt(5));
            }
        }
        if (random.nextInt(100) < 12) {
            skills.put("CANTONESE", 3);
        }
        if (random.nextInt(100) < 5) {
            skills.put("ENGLISH", 3);
        }
        if (random.nextInt(100) < 10) {
            skills.put("CONTRACT", 3);
        }
        var channels = switch (random.nextInt(3)) {
            case 0 -> EnumSet.of(ContactChannel.PHONE);
            case 1 -> EnumSet.of(ContactChannel.CHAT, ContactChannel.WECHAT, ContactChannel.EMAIL);
            default -> EnumSet.of(ContactChannel.PHONE, ContactChannel.CHAT, ContactChannel.WECHAT, ContactChannel.EMAIL);
        };
        return new Shift(new UUID(1, number), skills, channels, number % 10 == 0 ? "/" : "/R" + (1 + number % 3) + "/", Instant.EPOCH, Instant.EPOCH);
    }

    private void contact(Instant day, int number) {
        var channel = CHANNELS[random.nextInt(CHANNELS.length)];
        double hour;
        do {
            hour = 8 + random.nextDouble() * 13;
        } while (random.nextDouble() > 0.45 + 0.55 * Math.exp(-Math.pow((hour - 10.5) / 1.6, 2)) + 0.35 * Math.exp(-Math.pow((hour - 16) / 2, 2)));
        int language = random.nextInt(100);
        int repeats = random.nextInt(100) < 15 ? 1 + random.nextInt(2) : 0;
        var facts = new Admission.Facts(new UUID(2, number), channel, MATTERS[random.nextInt(MATTERS.length)],
                language < 6 ? "CANTONESE" : language < 8 ? "ENGLISH" : null, random.nextInt(100) < 4 ? CONTRACT : null, repeats, 1,
                "/R" + (1 + random.nextInt(3)) + "/", day.plusMillis((long) (hour * 3_600_000)), null, null);
        contacts.add(new Past(admission.admit(facts).waiting(), Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) * patience(channel) * 1000)), handling(channel)));
    }

    private static double patience(ContactChannel channel) {
        return switch (channel) {
            case PHONE -> 120;
            case CHAT -> 240;
            case WECHAT -> 900;
            default -> 172_800;
        };
    }

    private Duration handling(ContactChannel channel) {
        double mean = switch (channel) {
            case PHONE -> 315;
            case CHAT -> 480;
            case WECHAT -> 600;
            default -> 300;
        };
        double sigma = 0.7;
        return Duration.ofMillis((long) (mean * 1000 * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2)));
    }
}
