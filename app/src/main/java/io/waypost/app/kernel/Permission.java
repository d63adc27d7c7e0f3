package io.waypost.app.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person or a partner may do; the table of roles ({@code access/roles.csv}) hands them out. */
public enum Permission {
    SELF("self"),
    /** What only partners' programs do, at {@code /open/v1}. */
    OPEN_TICKETS_READ("open.tickets.read"),
    OPEN_TICKETS_WRITE("open.tickets.write"),
    OPEN_PARCELS_READ("open.parcels.read"),
    OPEN_WEBHOOKS_READ("open.webhooks.read"),
    OPEN_WEBHOOKS_WRITE("open.webhooks.write"),
    PARCEL_READ("parcel.read"),
    PARCEL_UNMASK("parcel.unmask"),
    PARCEL_NOTE("parcel.note"),
    PARCEL_PAUSE("parcel.pause"),
    PARCELS_WRITE("parcels.write"),
    SCANS_WRITE("scans.write"),
    SCANS_IMPORT("scans.import"),
    TICKET_READ("ticket.read"),
    TICKET_OPEN("ticket.open"),
    TICKET_ANSWER("ticket.answer"),
    TICKET_NOTE("ticket.note"),
    TICKET_URGENT("ticket.urgent"),
    TICKET_CLOSE("ticket.close"),
    ATTACHMENT_READ("attachment.read"),
    ATTACHMENT_WRITE("attachment.write"),
    APPEAL_READ("appeal.read"),
    APPEAL_EVIDENCE("appeal.evidence"),
    APPEAL_WRITE("appeal.write"),
    APPEAL_CHECK("appeal.check"),
    TICKET_HANDLE("ticket.handle"),
    LIST_EXPORT("list.export"),
    VIEW_SHARE("view.share"),
    NETWORK_READ("network.read"),
    NETWORK_WRITE("network.write"),
    CLOSURES_WRITE("closures.write"),
    PEOPLE_READ("people.read"),
    PEOPLE_WRITE("people.write"),
    KEYS_WRITE("keys.write"),
    AUDIT_READ("audit.read"),
    LIMITS_READ("limits.read"),
    LIMITS_WRITE("limits.write"),
    BOARD_READ("board.read"),
    OUTBOX_READ("outbox.read"),
    SOP_READ("sop.read"),
    SOP_WRITE("sop.write"),
    SOP_APPROVE("sop.approve"),
    CALENDAR_READ("calendar.read"),
    CALENDAR_WRITE("calendar.write"),
    OUTBOX_WRITE("outbox.write"),
    IMPROVEMENT_READ("improvement.read"),
    IMPROVEMENT_WRITE("improvement.write"),
    TRIAGE_READ("triage.read"),
    TRIAGE_MANAGE("triage.manage"),
    TRIAGE_SHARE("triage.share"),
    DEVICES_READ("devices.read"),
    DEVICES_WRITE("devices.write"),
    OPERATION_READ("operation.read"),
    OPERATION_WRITE("operation.write"),
    /** Sits at the desk and has contacts. */
    DESK_WORK("desk.work"),
    /** Sees all contacts and seats within reach, takes over, sets states and skills. */
    DESK_LEAD("desk.lead"),
    /** Writes and tries the rules of routing, and puts into force what others wrote. */
    DESK_POLICY("desk.policy"),
    /** Sets up the pages and apps on which customers chat. */
    CHAT_SITES("chat.sites"),
    /** Sets up official accounts, mailboxes and numbers on which customers write. */
    CHANNELS_MANAGE("channels.manage"),
    /** See what the bot heard, said and did; its numbers. */
    BOT_VIEW("bot.view"),
    /** Say where the bot receives customers. */
    BOT_MANAGE("bot.manage"),
    /** Say what messages mean, have the bot learn from it, and let it speak by what it learnt. */
    BOT_TEACH("bot.teach"),
    /** Sees contract customers, with their terms and their people masked. */
    CONTRACT_VIEW("contract.view"),
    /** Writes contracts, their terms, people and numbers, and unmasks their people. */
    CONTRACT_MANAGE("contract.manage"),
    /** Reads and searches what is in force in the knowledge base. */
    KNOWLEDGE_VIEW("knowledge.view"),
    KNOWLEDGE_EDIT("knowledge.edit"),
    /** Puts into force what others wrote, and takes out what is wrong. */
    KNOWLEDGE_APPROVE("knowledge.approve"),
    /** Sees prices, promises and service areas, and quotes by them. */
    TARIFF_VIEW("tariff.view"),
    /** Writes prices, and puts into force what others wrote. */
    TARIFF_MANAGE("tariff.manage"),
    CLAIM_READ("claim.read"),
    /** Writes a claim down for a customer. */
    CLAIM_OPEN("claim.open"),
    /** Examines claims, and grants what an examiner may. */
    CLAIM_EXAMINE("claim.examine"),
    /** Grants what a team lead may. */
    CLAIM_APPROVE("claim.approve"),
    CLAIM_APPROVE_REGION("claim.approve.region"),
    CLAIM_APPROVE_ALL("claim.approve.all"),
    /** Writes the claim standard, and puts into force what others wrote. */
    CLAIM_STANDARD("claim.standard"),
    /** Sees payouts; at the headquarters the books and the daily reconciliation too. */
    MONEY_READ("money.read"),
    /** Carries files to and from the bank, and settles what does not agree. */
    MONEY_SETTLE("money.settle"),
    /** Sees what units of the network are charged for claims, and their statements. */
    CHARGE_READ("charge.read"),
    /** Speaks for a charged unit, or against its evidence. */
    CHARGE_ANSWER("charge.answer"),
    /** Arbitrates in a region or the headquarters, and there decides what the scans cannot tell. */
    CHARGE_ARBITRATE("charge.arbitrate"),
    DEMO_CLOCK("demo.clock");

    private static final Map<String, Permission> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toMap(Permission::code, Function.identity()));

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    /** The name used in tables, in the API and on screen. */
    public String code() {
        return code;
    }

    /** Whether it is for partners' programs and never for people: whoever issues keys may grant it without having it. */
    public boolean forPrograms() {
        return code.startsWith("open.");
    }

    /** Whether it only says how far another one goes, such as up to which amount: no route asks for it by itself. */
    public boolean isDegree() {
        return this == CLAIM_APPROVE_REGION || this == CLAIM_APPROVE_ALL;
    }

    /** The permission of that code, if there is one. */
    public static Optional<Permission> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
