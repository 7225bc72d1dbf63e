package coop.roseash.service.provider;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.provider.AuditEntity;

@ApplicationScoped
class AuditRepository implements PanacheRepository<AuditEntity> {}
