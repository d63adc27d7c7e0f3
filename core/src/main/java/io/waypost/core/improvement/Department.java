package io.waypost.core.improvement;

/** Who can remove a root cause (责任部门); the names are part of the API. */
public enum Department {
    /** Outlets that pick up (网点管理、揽收). */
    PICKUP,
    /** Hubs and sorting (中转运营). */
    TRANSIT,
    /** Vehicles, flights and their times (干线运输). */
    LINEHAUL,
    /** Couriers at the last mile (末端派送). */
    DELIVERY,
    /** Stations and lockers (驿站柜机). */
    STATION,
    /** Agents, desks and claims (客户服务). */
    SERVICE,
    /** Programs, data and devices (信息技术). */
    TECHNOLOGY,
    /** Contract customers, prices and promises (市场客户). */
    COMMERCE,
    /** Safety, security and plans for emergencies (安全应急). */
    SAFETY
}
