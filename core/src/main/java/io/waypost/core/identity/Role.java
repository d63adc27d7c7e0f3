package io.waypost.core.identity;

import java.util.Collection;

/** What somebody's work is (角色). What a role may do stands in the app's table of roles; where, is the person's unit. */
public enum Role {
    /** A call-centre agent (客服坐席). */
    AGENT(1),
    /** Leads a team of agents (班组长). */
    TEAM_LEAD(2),
    /** Dispatches cases to outlets and hubs (调度). */
    DISPATCHER(2),
    /** Answers for an outlet's parcels (网点客服). */
    OUTLET_CLERK(1),
    /** Picks up and delivers (快递员). */
    COURIER(1),
    /** Listens to and grades conversations (质检员). */
    QUALITY_INSPECTOR(1),
    /** Trains agents (培训师). */
    TRAINER(1),
    /** Settles claims (理赔专员). */
    CLAIMS_OFFICER(1),
    /** Pays, reconciles and keeps the books (财务专员). */
    FINANCE_OFFICER(2),
    /** Plans shifts (排班员). */
    PLANNER(1),
    /** Answers for a region (大区经理). */
    REGION_MANAGER(3),
    /** Answers for the whole network (总部主管). */
    HEADQUARTERS_MANAGER(4),
    /** Keeps people, network and keys (系统管理员). */
    ADMINISTRATOR(5);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /** Whether somebody who has {@code own} stands at least as high as this role and may therefore grant and manage it. */
    public boolean within(Collection<Role> own) {
        return own.stream().anyMatch(role -> role.rank >= rank);
    }
}
