package coop.roseash.service.provider;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.provider.ConsentEntity;

@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<ConsentEntity, ConsentEntity.Key> {}
